// WebGL2 and text, for an instance that shows: what src/render/gl and src/platform/web ask for. Emscripten's own JavaScript,
// which holds every state that a call can be asked back, weighed 5 KB more.

import { lettering, painted } from './lettering.js';

/** Which arguments are objects of WebGL's, known to C++ by a number. @type {[RegExp, number][]} */
const objectsAt = [[/^gl(Uniform|Use|Link|Compile|Attach|BindVertex|DeleteProgram|DeleteShader)/, 0], [/^gl(Attach|BindBuffer|BindTexture)/, 1]];

export class Painting {
  /** @type {any} a WebGL2RenderingContext, whose methods are called by name */ #gl = null;
  /** The number of this context. */ #handle = 0;
  /** @type {any[]} */ #objects = [null];

  /** From now on this one is drawn on. @param {WebGL2RenderingContext} gl @returns {number} its handle */
  attach(gl) {
    this.#gl = gl;
    this.#objects = [null];
    return ++this.#handle;
  }

  detach() { this.#gl = null; }

  /** @param {any} made @returns {number} */
  #keep(made) { return this.#objects.push(made) - 1; }

  /**
   * A call as WebGL has it: most differ in nothing but that objects are numbers.
   * @param {string} name glDrawArrays is drawArrays
   */
  call(name) {
    if (!name.startsWith('gl')) return undefined;
    const method = name.charAt(2).toLowerCase() + name.slice(3);
    const places = objectsAt.filter(([which]) => which.test(name)).map(([, place]) => place);
    return (/** @type {any[]} */ ...given) => {
      for (const place of places) given[place] = this.#objects[given[place]];
      this.#gl[method](...given);
    };
  }

  /** The calls that pass memory or objects another way than WebGL. @param {() => import('./begun.js').Memory} memory @returns {import('./begun.js').Functions} */
  functions(memory) {
    /** @type {import('./begun.js').Functions} */ const many = {};
    for (const kind of ['Buffer', 'VertexArray', 'Texture']) {
      many[`glGen${kind}s`] = (count, at) => {
        for (let i = 0; i < count; i++) memory().ints[(at >> 2) + i] = this.#keep(this.#gl[`create${kind}`]());
      };
      many[`glDelete${kind}s`] = (count, at) => {
        for (const id of memory().ints.subarray(at >> 2, (at >> 2) + count)) {
          this.#gl[`delete${kind}`](this.#objects[id]);
          this.#objects[id] = null;
        }
      };
    }
    return {
      ...lettering(memory), ...many,
      visavis_gl_current: handle => Number(handle === this.#handle && this.#gl !== null),
      visavis_text_upload: (...given) => {
        const [texture, left, top] = given.slice(11), gl = this.#gl;
        const source = painted(memory, given), [width, height] = given.slice(6);
        gl.bindTexture(gl.TEXTURE_2D, this.#objects[texture]);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, width, height, gl.RGBA, gl.UNSIGNED_BYTE, source);
      },
      glCreateProgram: () => this.#keep(this.#gl.createProgram()),
      glCreateShader: kind => this.#keep(this.#gl.createShader(kind)),
      glShaderSource: (shader, count, texts, lengths) =>
        this.#gl.shaderSource(this.#objects[shader], memory().text(memory().ints[texts >> 2], memory().ints[lengths >> 2])),
      glGetProgramiv: (program, what, at) => { memory().ints[at >> 2] = this.#gl.getProgramParameter(this.#objects[program], what); },
      glGetIntegerv: (what, at) => { memory().ints[at >> 2] = this.#gl.getParameter(what); },
      glGetUniformLocation: (program, name) =>
        this.#keep(this.#gl.getUniformLocation(this.#objects[program], memory().text(name, memory().bytes.indexOf(0, name) - name))),
      glUniform4fv: (at, count, values) => this.#gl.uniform4fv(this.#objects[at], memory().floats, values >> 2, count * 4),
      glBufferData: (target, size, at, usage) => this.#gl.bufferData(target, memory().bytes, usage, at, size),
      glTexImage2D: (...given) => this.#gl.texImage2D(...given.slice(0, 8), ...this.#pixels(memory(), given[7], given[8])),
      glTexSubImage2D: (...given) => this.#gl.texSubImage2D(...given.slice(0, 8), ...this.#pixels(memory(), given[7], given[8])),
    };
  }

  /** The memory from there on, as an array of the type. @param {import('./begun.js').Memory} memory @param {number} type @param {number} at */
  #pixels(memory, type, at) { return type === this.#gl.FLOAT ? [memory.floats, at >> 2] : [memory.bytes, at]; }
}
