/**
 * The production server: pages, the embedded backend and the live notes (/collab) in one process on one port.
 *
 * Environment read here: PORT (3000; 0 takes a free one), HOST (127.0.0.1), TRUST_PROXY=1 (believe a reverse proxy's
 * x-forwarded-proto and x-forwarded-for), BODY_SIZE_LIMIT (27M). The rest is declared in src/lib/server/env.ts.
 *
 * `globalThis.circlewellUpgrade(request, socket, head)` and `globalThis.circlewellShutdown()` are set by the init hook
 * (src/hooks.server.ts), which has run by the time the build's handler is imported.
 */
import { existsSync } from 'node:fs';
import { createServer, STATUS_CODES } from 'node:http';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { builtPagePolicy, everyAnswer, transportSecurity } from '../lib/server/pageHeaders.ts';

// Systemd and Docker kill after 10 s and more; a person at the terminal waits less gladly.
const shutdownLimit = 5_000;
const requestsLimit = 2_000;

function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  return stopWith(`PORT must be a whole number from 0 to 65535, and it is "${text}".`);
}

const port = readPort();
const host = process.env.HOST || '127.0.0.1';
const trustProxy = process.env.TRUST_PROXY === '1';

// adapter-node takes https for granted and would refuse every form posted over plain http as coming from elsewhere.
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
if (trustProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
// A file of 25 MB with its form, and one that is a little too large, so that the page can say so. What is no file is held
// to 6 MB by src/lib/server/bodyLimit.ts.
process.env.BODY_SIZE_LIMIT ??= '27M';
process.env.NODE_ENV ??= 'production';

const handlerFile = new URL('../../build/handler.js', import.meta.url);
if (!existsSync(fileURLToPath(handlerFile))) {
  stopWith('Circlewell has not been built yet. Run "npm start", which builds it first, or "npm run build".');
}

/** Says what the browser spoke, so that page addresses and the check of a form's origin are right. */
function describeConnection(request) {
  const { headers } = request;
  const named = trustProxy
    ? String(headers['x-forwarded-proto'] ?? '')
        .split(',')[0]
        ?.trim()
    : '';
  headers['x-forwarded-proto'] = named === 'https' ? 'https' : 'http';
  if (trustProxy) headers['x-forwarded-for'] ??= request.socket.remoteAddress ?? '';
}

/**
 * The handler answers with files and with the library's pages, made when the app was built, before any hook is asked. What
 * a hook sets later replaces these.
 */
function secureAnswer(request, response) {
  const isHttps = request.headers['x-forwarded-proto'] === 'https';
  const headers = { ...everyAnswer, ...(isHttps && transportSecurity), 'Content-Security-Policy': builtPagePolicy };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // Made anew with the next build, and its scripts' names with it.
  if (/^\/(?:library|offline)(?:[/?]|$)/.test(request.url ?? '')) response.setHeader('Cache-Control', 'no-cache');
}

function refuseUpgrade(socket, status) {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

let handler;
let requests = 0;
let stopping = false;

const server = createServer((request, response) => {
  requests += 1;
  response.once('close', () => (requests -= 1));
  describeConnection(request);
  secureAnswer(request, response);
  if (stopping) response.setHeader('connection', 'close');
  handler(request, response, () => {
    response.statusCode = 404;
    response.end();
  });
});

server.on('upgrade', (request, socket, head) => {
  // A phone that leaves the network resets its socket; unheard, that error would end the process.
  socket.on('error', () => socket.destroy());
  describeConnection(request);
  const isCollab = /^\/collab(?:[/?]|$)/.test(request.url ?? '');
  if (!isCollab) return refuseUpgrade(socket, 404);
  if (stopping || !globalThis.circlewellUpgrade) return refuseUpgrade(socket, 503);
  globalThis.circlewellUpgrade(request, socket, head);
});

const until = (condition, limit) =>
  new Promise((done) => {
    const started = Date.now();
    const look = () => (condition() || Date.now() - started > limit ? done() : setTimeout(look, 20));
    look();
  });

/** Lets pages that are being answered finish, stores the open notes, closes the database, and goes. */
async function shutDown(signal) {
  // Whoever presses Ctrl-C twice means it.
  if (stopping) process.exit(1);
  stopping = true;
  process.stderr.write(`\n${signal}: storing open notes and closing …\n`);
  setTimeout(() => {
    process.stderr.write('Closing took too long; stopped all the same.\n');
    process.exit(1);
  }, shutdownLimit).unref();
  server.close();
  server.closeIdleConnections();
  await until(() => requests === 0, requestsLimit);
  try {
    await globalThis.circlewellShutdown?.();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`Closing failed: ${error?.stack ?? error}\n`);
    process.exit(1);
  }
}

/** Addresses under which other machines find this one when it listens on all of them. */
function networkAddresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && !address.internal && address.family === 'IPv4')
    .map((address) => address.address);
}

function announce() {
  const opened = server.address()?.port ?? port;
  const isOpen = host === '0.0.0.0' || host === '::';
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(host);
  const name = isOpen || isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const lines = [`Circlewell is ready. Open http://${name}:${opened}`];
  if (isLocal) lines.push('Only this machine can open it. To open it to your network: HOST=0.0.0.0 npm start');
  if (isOpen) lines.push(...networkAddresses().map((address) => `On your network: http://${address}:${opened}`));
  process.stdout.write(`${lines.join('\n')}\n`);
}

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE') {
    stopWith(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
    );
  }
  if (error.code === 'EACCES') stopWith(`This account may not open port ${port}. Choose one from 1024 up.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    stopWith(`HOST is "${host}", which is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.`);
  }
  throw error;
});

/**
 * Takes the port first and the database second: a second start on the same port ends with a sentence before it has
 * touched anything. Requests that come while the handler loads wait for it.
 */
async function start() {
  const waiting = [];
  handler = (...request) => waiting.push(request);
  await new Promise((listening) => server.listen(port, host, listening));
  process.on('SIGTERM', shutDown);
  process.on('SIGINT', shutDown);
  try {
    ({ handler } = await import(handlerFile.href));
  } catch (error) {
    // These are written for the person at the terminal; anything else is a fault to be traced.
    const isSentence = ['EnvError', 'FolderInUse'].includes(error?.name);
    stopWith(isSentence ? error.message : `Circlewell could not start: ${error?.stack ?? error}`);
  }
  for (const request of waiting) handler(...request);
  announce();
}

// A fault in one note must not end everybody's circle. Only where it happened is written: messages may hold what people typed.
process.on('unhandledRejection', (error) => {
  const frames = String(error?.stack ?? '').match(/^ {4}at .*$/gm) ?? [];
  const line = { level: 'error', event: 'unhandled rejection', kind: error?.name, at: frames.map((f) => f.trim()) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
});

await start();
