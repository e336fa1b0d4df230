import type { DeviceRecord } from '../../../ballots/device/deviceRecord.ts';

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
