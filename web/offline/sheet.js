// The look of an offline copy without its viewer, for tools/offline.mjs.

import copy from './copy.css';
import { dark, light, slots } from '../styles/palette.js';

export const sheet = `:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}${slots}${copy}`;
