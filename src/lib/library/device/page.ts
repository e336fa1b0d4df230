/** The script of every library page: the way out, and buttons that print. */
import { registerWorker } from '../../offline/register.ts';
import { readyToLeave } from '../../safety/leaveByLink.ts';

readyToLeave();
document.documentElement.classList.add('scripted');
void registerWorker();
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
