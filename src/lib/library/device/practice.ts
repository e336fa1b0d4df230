/** The script of a practice's page: its star. */
import { favouriteButtons } from './favouriteButton.ts';

favouriteButtons();
