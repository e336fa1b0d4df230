import type { DeviceRecord } from '../../../ballots/device/deviceRecord.ts';

/** What a device knows of a form that is open, by what it keeps. `elsewhere`: it lies in another browser. */
export type FormHere = 'open' | 'sent' | 'waiting' | 'elsewhere';

export function formHere(record: DeviceRecord | null): FormHere {
  if (record?.state === 'sent') return 'sent';
  if (record?.state === 'skipped') return 'elsewhere';
  return record?.sealed ? 'waiting' : 'open';
}

/** Whether the form of a device was counted, by what it keeps. `no_receipt`: none was sent from it, as far as it knows. */
export function receiptFate(
  record: DeviceRecord | null,
  receipts: readonly string[]
): 'counted' | 'not_counted' | 'no_receipt' {
  // A token alone has a receipt too; a form was sealed with it only in these.
  const receipt = record?.state === 'sent' || record?.sealed ? record.receipt : undefined;
  if (!receipt) return 'no_receipt';
  return receipts.includes(receipt) ? 'counted' : 'not_counted';
}
