/** Characters a password has at least; the backends are set to the same. */
export const passwordLeast = 10;
/** Bytes it has at most: bcrypt reads no further. */
export const passwordMost = 72;
