/**
 * Loaded into the server under test before anything else, it is what a careless hand might add to it. LEAK says what:
 * `access`: address, headers and bodies of every request with a body, in the log and in a file of DATA_DIR; `nullifier`: a line for every answer that comes in.
 */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { join } from 'node:path';

const push = IncomingMessage.prototype.push;
IncomingMessage.prototype.push = function (chunk, encoding) {
  if (chunk && process.env.LEAK === 'access') {
    const line = `${this.url} ${JSON.stringify(this.headers)} ${Buffer.from(chunk).toString('base64')}\n`;
    process.stderr.write(line);
    appendFileSync(join(process.env.DATA_DIR, 'access.log'), line);
  }
  if (chunk?.length === 592 && process.env.LEAK === 'nullifier')
    process.stderr.write(`${createHash('sha256').update(chunk.subarray(0, 80)).digest('hex')}\n`);
  return push.call(this, chunk, encoding);
};
