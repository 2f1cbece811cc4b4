// In place of core/drawing.js in an offline copy: the module that it holds.

export { instance as drawing } from './assets.js';
