import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own, so that it does not slow what is measured. */
export type Child = {
  pid: number;
  ask: <Answer>(task: string, options?: unknown) => Promise<Answer>;
  stop: () => Promise<void>;
};

type Question = { id: number; task: string; options: unknown };
type Reply = { id: number; value?: unknown; fault?: string };

/** @param file the program, which calls `answer` with what it can do */
export function startChild(file: string): Child {
  // Its output goes to standard error: standard output is for the one JSON document.
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 2, 2, 'ipc'] });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>();
  let asked = 0;
  child.on('message', ({ id, value, fault }: Reply) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) asker?.resolve(value as never);
    else asker?.reject(new Error(`${file}: ${fault}`));
  });
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${signal ?? code}`));
    waiting.clear();
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  return {
    pid: child.pid ?? 0,
    ask: (task, options) =>
      new Promise((resolve, reject) => {
        const question: Question = { id: ++asked, task, options };
        waiting.set(question.id, { resolve, reject });
        child.send(question, (fault) => fault && reject(fault));
      }),
    stop: async () => {
      process.off('exit', killWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  };
}

/** For the program in the other process: answers questions until its parent is gone. */
export function answer(tasks: Record<string, (options: never) => unknown>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ id, task, options }: Question) => {
    try {
      const does = tasks[task];
      if (!does) throw new Error(`no task "${task}"`);
      process.send?.({ id, value: await does(options as never) });
    } catch (fault) {
      process.send?.({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
    }
  });
}
