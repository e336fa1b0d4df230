/** Made when the app is built, as the library is: this page has to stand by itself. */
export const csr = false;
export const prerender = true;
