import type { Database } from '../../../database.types.ts';
import type { Certificate } from '../certificate.ts';

type Row = Database['public']['Tables']['certificates']['Row'];

export const certificateFrom = (row: Row): Certificate => ({
  id: row.id,
  organisationId: row.organisation_id,
  trainingId: row.training_id,
  name: row.name,
  training: row.training,
  organisation: row.organisation,
  hours: Number(row.hours),
  subjects: row.subjects,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  issuedOn: row.issued_on,
  trainers: row.trainers,
  daysNeeded: row.days_needed,
  days: row.days,
  daysCounted: row.days_counted,
  makeUpsCount: row.make_ups_count,
  signed: row.signed,
  revokedOn: row.revoked_on,
  revokedWhy: row.revoked_why
});
