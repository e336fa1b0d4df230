// Terms of reference live as agreements do: the same page, which reads from its address what it is about.
export { load } from '../../agreements/changes/+page.server';
