/** Pages made when the app is built, without the framework's client: open to everybody, light, and there without a network. */
export const csr = false;
export const prerender = true;
