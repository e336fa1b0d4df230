/**
 * Structured lines on standard error: an event, an id, figures. Never a name, an address, a body or a query's values.
 * What may be in a line is this list; anything else does not compile.
 */
export type LogFields = {
  id?: string;
  status?: number;
  route?: string | null;
  method?: string;
  code?: string;
  milliseconds?: number;
  count?: number;
  version?: string;
  kind?: string;
};

export type LogLevel = 'all' | 'errors' | 'off';

let level: LogLevel = 'errors';

export function setLogLevel(to: LogLevel): void {
  level = to;
}

export function logEvent(event: string, fields: LogFields = {}): void {
  if (level === 'all') write(event, fields);
}

export function logFault(event: string, fields: LogFields = {}): void {
  if (level !== 'off') write(event, fields);
}

function write(event: string, fields: LogFields): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

type DatabaseError = Error & { code?: string; query?: string; params?: unknown[]; routine?: string };

function isDatabaseError(value: unknown): value is DatabaseError {
  return (
    value instanceof Error && ('params' in value || 'query' in value || 'routine' in value || 'parameters' in value)
  );
}

let guarded = false;

/**
 * The embedded backend prints every database error with the values of its query, and so what people wrote. From here on
 * such an error is one line with its code. tests/policies/log.test.ts looks for a canary in what is printed.
 */
export function keepValuesOutOfTheLog(): void {
  if (guarded) return;
  guarded = true;
  const print = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    const fault = values.find(isDatabaseError);
    if (fault) return logEvent('database-error', { code: fault.code ?? 'unknown' });
    const other = values.find((value): value is Error => value instanceof Error);
    if (other) return logFault('error', { kind: other.name });
    print(...values);
  };
}
