/** Support contacts an organisation shows at most: help that can be read at a glance. */
export const mostContacts = 12;
