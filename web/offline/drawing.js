// In place of core/drawing.js in an offline copy: the module that it holds.

import { Painting } from '../core/painting.js';
import { instance } from './assets.js';

export const drawing = () => instance('offline', undefined, new Painting());
