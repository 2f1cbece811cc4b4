// The component's whole look. Colour belongs to the speakers; everything else is paper and ink.
// A scale of four sizes (11.5, 13, 15, 17 px, and 26 for a title) on a grid of 4 px.

const light = `
  --vav-bg:#fbfaf7; --vav-panel:#ffffff; --vav-ink:#1d1c1a; --vav-soft:#6b675f; --vav-line:#e6e2da;
  --vav-tint:#f3f0ea; --vav-hit:#ffe08a; --vav-focus:#1d1c1a;
  --vav-s1:#2f6db3; --vav-s2:#c4572f; --vav-s3:#0f4a3d; --vav-s4:#551a80;
  --vav-s5:#6a561a; --vav-s6:#a34f82; --vav-s7:#3795c9; --vav-s8:#7d9068; --vav-sother:#8a857c;`;
const dark = `
  --vav-bg:#151412; --vav-panel:#1b1a18; --vav-ink:#ebe7df; --vav-soft:#a09a90; --vav-line:#302d29;
  --vav-tint:#24221f; --vav-hit:#6b5400; --vav-focus:#ebe7df;
  --vav-s1:#6fa8e8; --vav-s2:#e8875f; --vav-s3:#86ecbc; --vav-s4:#9a68c8;
  --vav-s5:#e6c552; --vav-s6:#c85b80; --vav-s7:#a9c3c6; --vav-s8:#568a2c; --vav-sother:#7c766c;`;
const slots = Array.from({ length: 8 }, (_, i) => `[data-slot="${i + 1}"]{--c:var(--vav-s${i + 1})}`).join('');

/** For the document around a component that is the page. */
export const pageStyle = `
html{color-scheme:light dark;background:#fbfaf7}
@media (prefers-color-scheme:dark){html{background:#151412}}
html[data-theme=light]{color-scheme:light;background:#fbfaf7} html[data-theme=dark]{color-scheme:dark;background:#151412}
html,body{margin:0;height:100%}
body{overflow:hidden}
vis-a-vis{height:100dvh}`;

export const style = `
:host{${light} color-scheme:light;
  --vav-font:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
  --vav-text-font:ui-serif,Charter,"Iowan Old Style",Georgia,"DejaVu Serif",serif;
  --vav-text-size:17px;
  display:block;contain:content;block-size:var(--vav-height,640px);background:var(--vav-bg);color:var(--vav-ink)}
:host([hidden]){display:none}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${dark} color-scheme:dark}}
:host([theme=dark]){${dark} color-scheme:dark}
${slots}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}

.root{container:vav/inline-size;position:relative;block-size:100%;font:13px/1.4 var(--vav-font);font-variant-numeric:tabular-nums;
  -webkit-text-size-adjust:100%;text-size-adjust:100%}
.grid{position:relative;display:grid;block-size:100%;isolation:isolate;
  grid-template:"bar bar" auto "timeline timeline" auto "text side" minmax(0,1fr) / minmax(0,7fr) minmax(380px,5fr)}
.backdrop{position:absolute;inset:0;z-index:0;pointer-events:none}
.backdrop canvas{position:sticky;inset-block-start:0;display:block;inline-size:100%;block-size:min(100%,100vh)}
[data-state=empty] :is(.timeline,.side,.text,.tabs,.backdrop,.search,.save,.reading,.look-up,.toggle-side),[data-state=reading] .empty,[data-drawing=no] .backdrop{display:none!important}

/* Bar */
.top{grid-area:bar;z-index:3;display:flex;align-items:center;gap:8px;min-block-size:53px;padding:8px 20px;border-block-end:1px solid var(--vav-line)}
.brand{font-weight:650;letter-spacing:-.01em;white-space:nowrap;color:inherit;text-decoration:none;border-radius:4px}
.title{flex:1;min-inline-size:0;margin-inline-start:8px;color:var(--vav-soft);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;opacity:0;transition:opacity .2s}
.title[data-shown]{opacity:1}
button,select,input,textarea{font:inherit;color:inherit;letter-spacing:inherit}
button{background:none;border:0;padding:0;text-align:start;cursor:pointer}
.button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-block-size:32px;padding:4px 12px;border:1px solid var(--vav-line);border-radius:8px;white-space:nowrap;text-decoration:none;transition:background-color .12s,border-color .12s}
.button.plain{border-color:transparent;padding:4px 8px;color:var(--vav-soft)}
.button:hover,.button[aria-expanded=true]{background:var(--vav-tint);color:var(--vav-ink)}
.button:active{border-color:var(--vav-soft)}
.button:disabled{color:var(--vav-soft);opacity:.5;cursor:default;background:none}
.button.strong{background:var(--vav-ink);border-color:var(--vav-ink);color:var(--vav-bg)}
.button.strong:hover{background:color-mix(in srgb,var(--vav-ink) 86%,var(--vav-bg))}
.icon{inline-size:16px;block-size:16px;flex:none;fill:none;stroke:currentColor;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:2px solid var(--vav-focus);outline-offset:2px}
.text:focus-visible{outline-color:var(--vav-soft)}
.search{display:flex;align-items:center;gap:4px;block-size:32px;padding-inline:10px 4px;border:1px solid var(--vav-line);border-radius:8px;background:var(--vav-panel);color:var(--vav-soft)}
.search:focus-within{border-color:var(--vav-soft)}
.search input{inline-size:136px;min-inline-size:0;padding:0 4px;border:0;outline:0;background:none;color:var(--vav-ink);appearance:none}
.search input::-webkit-search-cancel-button{display:none}
.search input::placeholder{color:var(--vav-soft);opacity:1}
.search output{white-space:nowrap;padding-inline:4px}
.search button{display:grid;place-items:center;inline-size:24px;block-size:24px;border-radius:6px}
.search button:hover{background:var(--vav-tint);color:var(--vav-ink)}
.search:not(.found) button{display:none}
.tools{position:relative;display:flex;align-items:center;gap:8px}
.more{display:flex;align-items:center;gap:8px}
.toggle-more,.toggle-side,.look-up{display:none}

/* Text */
.text{grid-area:text;z-index:1;position:relative;overflow:auto;overscroll-behavior:contain;background:var(--vav-bg);outline-offset:-3px;scrollbar-gutter:stable;scrollbar-width:thin;scrollbar-color:var(--vav-line) transparent}
.doc{max-inline-size:754px;margin-inline:auto;padding:28px 32px 45vh;font:var(--vav-text-size)/1.62 var(--vav-text-font);overflow-wrap:break-word;text-align:start}
.head{margin-block-end:28px}
.head :is(h1,h2){margin:0;font:600 26px/1.25 var(--vav-text-font);letter-spacing:-.01em;text-wrap:pretty}
.head p{display:flex;flex-wrap:wrap;gap:2px 16px;margin:8px 0 0;font:13px/1.6 var(--vav-font);color:var(--vav-soft)}
.dot{display:inline-block;inline-size:9px;block-size:9px;margin-inline-end:7px;border-radius:2px;background:var(--c,var(--vav-sother))}
.chunk,.topic{margin-inline:-32px;padding-inline:32px}
.chunk,.doc>.topic,:is(.outline,.bands)>li{content-visibility:auto}
.outline>li{contain-intrinsic-block-size:auto 44px}.bands>li{contain-intrinsic-block-size:auto 22px}
:is(.head,.titled)+.topic>.heading{margin-block-start:0}
.heading{position:sticky;inset-block-start:0;z-index:1;margin:28px 0 8px;padding:12px 0 8px;background:var(--vav-bg);border-block-end:1px solid var(--vav-line);font:600 15px/1.35 var(--vav-font);display:flex;justify-content:space-between;gap:12px;align-items:baseline}
.topic .topic>.heading{font-size:13px}
.topic>.heading.titled{display:none}
.titled~.topic>.heading{font-size:15px}
.turn{position:relative;padding:6px 0 6px 17px;padding-inline:17px 0;border-radius:0 6px 6px 0;scroll-margin-block:52px;transition:background-color .15s}
.turn::before{content:"";position:absolute;inset-block:6px;inset-inline-start:0;inline-size:3px;border-radius:1.5px;background:var(--c,var(--vav-sother))}
.turn.aside{color:var(--vav-soft);font-style:italic;font-synthesis:weight;padding-inline-start:0}
.turn.aside::before{display:none}
.turn.hover{background:linear-gradient(90deg,var(--vav-tint),transparent 60%)}
.turn.selected{background:var(--vav-tint)}
.turn.aside:is(.hover,.selected){box-shadow:-17px 0 var(--vav-tint)}
.turn.hit::before{inline-size:6px}
.who{display:flex;align-items:baseline;gap:10px;min-block-size:17px;font:600 12px/1.4 var(--vav-font);color:color-mix(in srgb,var(--c,var(--vav-soft)) 82%,var(--vav-ink))}
.who time{margin-inline-start:auto;padding-inline-end:8px;font-weight:400;font-size:11.5px;color:var(--vav-soft)}
.lines{white-space:pre-line}
.para{display:block}
.para+.para{margin-block-start:.8em}
.outside,.outside .turn{--c:var(--vav-line);color:var(--vav-soft)}
.outside .name{color:var(--vav-soft)}
.outside [data-slot]{--c:var(--vav-line)}
.fix{position:absolute;inset-block-start:3px;inset-inline-end:-28px;display:grid;place-items:center;inline-size:24px;block-size:24px;border-radius:6px;color:var(--vav-soft);background:var(--vav-bg)}
.fix:hover,.fix[aria-expanded=true]{background:var(--vav-line);color:var(--vav-ink)}
.heading .fix{inset-block-start:9px}
::highlight(vav-hit){background-color:var(--vav-hit);color:var(--vav-ink)}
::highlight(vav-current){background-color:var(--vav-ink);color:var(--vav-bg)}

/* Panes */
.pane{position:relative;touch-action:pan-y;min-inline-size:0}
.timeline{grid-area:timeline;z-index:1;border-block-end:1px solid var(--vav-line)}
.timeline .pane{min-block-size:96px}
.side{grid-area:side;position:relative;z-index:1;overflow:auto;overscroll-behavior:contain;padding-block-end:24px;border-inline-start:1px solid var(--vav-line);scrollbar-width:thin;scrollbar-color:var(--vav-line) transparent}
.grid::before{content:"";grid-area:side;background:var(--vav-panel)}
[data-state=empty] .grid::before{display:none!important}
[data-drawing=yes] .twin{position:absolute;inset:0;overflow:hidden;opacity:0;pointer-events:none}
[data-drawing=no] .pane{min-block-size:0!important;block-size:auto!important}
[data-drawing=no] .timeline{max-block-size:38vh;overflow:auto}
[data-drawing=no] :is(.bands,.timeline .ghost){display:none}
.balance{position:relative}
.ghost{position:absolute;z-index:2;inset-block-start:8px;inset-inline-end:16px;display:flex;gap:4px;padding:4px;background:var(--vav-panel);border-radius:10px;opacity:0;pointer-events:none}
.ghost:focus-within,[data-drawing=no] .ghost{opacity:1;pointer-events:auto}
[data-plain] :is(.timeline,.side,.tabs,.toggle-side,.reading),[data-plain] .grid::before{display:none!important}
[data-plain] .grid{grid-template-columns:minmax(0,1fr) 0}

/* Twins, where they are the panels */
.twin h2{margin:0 0 8px;font-size:13px;font-weight:650}
.twin :is(small,.note){font-weight:400;font-size:11.5px;color:var(--vav-soft)}
.twin .note{margin:0 0 8px}
.twin table{inline-size:100%;border-collapse:collapse}
.twin :is(th,td){padding:6px 0 6px 10px;text-align:end;font-weight:400}
.twin thead th{font-size:11.5px;color:var(--vav-soft);padding-block:0 4px}
.twin :is(th[scope=row],th:first-child){padding-inline-start:0;text-align:start;font-weight:500}
.twin tbody tr{border-block-start:1px solid var(--vav-line)}
.twin tbody th .dot{margin-inline-start:-16px}
.twin tbody th{padding-inline-start:16px!important}
.twin th small{display:block}
[data-drawing=no] .twin{overflow-x:auto;padding:16px 22px}
[data-drawing=no] .timeline .twin{padding:10px 20px}
.twin ol,.twin ul{list-style:none;margin:0;padding:0}
.twin button{border-radius:4px}
.twin button:hover{text-decoration:underline;text-underline-offset:3px}
.twin button[aria-pressed=false]{color:var(--vav-soft);text-decoration:line-through}
.lanes{max-inline-size:560px}
.index{margin:8px 0 12px}
.index b{font-size:22px;font-weight:600;letter-spacing:-.02em}
.bar{display:flex;gap:2px}
.split{block-size:28px}.split i,.weight i{background:var(--c,var(--vav-sother));border-radius:3px}
.weight{grid-column:2/-1;block-size:6px;gap:1px}.weight i{border-radius:2px}
.outline>li{display:grid;grid-template-columns:22px 1fr auto;gap:4px 0;padding:7px 0}
.outline :is(.number,.count){color:var(--vav-soft)}
.outline [aria-current]{font-weight:650}
.phrases,.questions{grid-column:2/-1;margin:2px 0 0;font-size:11.5px;color:var(--vav-soft)}
.questions button{padding:2px 0 2px 10px;border-inline-start:2px solid var(--vav-line);border-radius:0;font-style:italic}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

/* Tabs, the narrow page's way between panes */
.tabs{display:none;grid-area:tabs;z-index:2;border-block-end:1px solid var(--vav-line);background:var(--vav-bg)}
.tabs button{flex:1;min-block-size:44px;text-align:center;color:var(--vav-soft);outline-offset:-3px}
.tabs [aria-selected=true]{color:var(--vav-ink);font-weight:600;box-shadow:inset 0 -2px var(--vav-ink)}

/* Empty */
.empty{grid-column:1/-1;grid-row:2/-1;z-index:1;overflow:auto;display:grid;align-items:safe center;justify-items:center;padding:32px 24px 48px}
.empty>div{inline-size:min(100%,640px)}
.emblem{inline-size:72px;block-size:72px;margin-block-end:24px}
.empty :is(h1,h2){margin:0 0 12px;font:600 34px/1.15 var(--vav-text-font);letter-spacing:-.02em;text-wrap:balance}
.empty p{max-inline-size:52ch;margin:0 0 24px;font:17px/1.55 var(--vav-text-font);color:var(--vav-soft);text-wrap:pretty}
.ways{display:flex;flex-wrap:wrap;gap:8px;margin-block-end:44px}
.ways .button{min-block-size:40px;padding-inline:18px;font-size:15px}
.empty h3{margin:0 0 4px;font-size:11.5px;font-weight:400;color:var(--vav-soft)}
.samples{list-style:none;margin:0;padding:0}
.samples a{display:grid;grid-template-columns:minmax(0,1fr) 132px;gap:0 24px;align-items:center;padding:12px;margin-inline:-12px;color:inherit;text-decoration:none;border-radius:8px;transition:background-color .12s}
.samples li+li{border-block-start:1px solid var(--vav-line)}
.samples a:hover{background:var(--vav-tint)}
.samples b{font:500 17px/1.3 var(--vav-text-font)}
.samples small{grid-column:1;font-size:13px;color:var(--vav-soft)}
.strip{grid-column:2;grid-row:1/3;inline-size:132px;block-size:36px;overflow:visible}
.strip rect{fill:var(--c)}
.pasting{display:grid;gap:8px;margin-block-end:32px}
.pasting textarea{inline-size:100%;block-size:160px;resize:vertical;padding:12px;border:1px solid var(--vav-line);border-radius:8px;background:var(--vav-panel);font:15px/1.5 var(--vav-text-font)}

/* Notices, progress, drop */
.notice{position:absolute;z-index:5;inset-block-end:20px;inset-inline:0;margin-inline:auto;inline-size:fit-content;max-inline-size:min(100% - 32px,560px);display:flex;gap:12px;align-items:start;padding:12px 12px 12px 16px;border:1px solid var(--vav-line);border-inline-start:3px solid var(--vav-ink);border-radius:8px;background:var(--vav-panel)}
.notice p{margin:2px 0;overflow-wrap:anywhere}.notice p+p{color:var(--vav-soft)}
.progress{position:absolute;z-index:6;inset-block-start:0;inset-inline:0;block-size:2px;overflow:hidden}
.progress::before{content:"";position:absolute;inset-block:0;inline-size:30%;background:var(--vav-ink);animation:slide 1.1s ease-in-out infinite}
.progress p{position:absolute;opacity:0}
@keyframes slide{from{inset-inline-start:-30%}to{inset-inline-start:100%}}
.drop{display:none;position:absolute;z-index:7;inset:8px;border:2px dashed var(--vav-soft);border-radius:12px;background:color-mix(in srgb,var(--vav-bg) 88%,transparent);pointer-events:none;place-items:center;font:600 26px/1.3 var(--vav-text-font);text-align:center}
[data-over] .drop{display:grid}

/* Menus and sheets */
.menu{position:absolute;z-index:8;min-inline-size:200px;max-inline-size:min(320px,calc(100% - 16px));padding:4px;border:1px solid var(--vav-line);border-radius:10px;background:var(--vav-panel);font:13px/1.4 var(--vav-font);font-style:normal}
.menu button{display:flex;align-items:center;gap:8px;inline-size:100%;min-block-size:32px;padding:4px 10px;border-radius:6px}
.menu button:is(:hover,:focus-visible){background:var(--vav-tint)}
.menu p{margin:6px 10px 4px;font-size:11.5px;color:var(--vav-soft)}
.menu hr{margin:4px 6px;border:0;border-block-start:1px solid var(--vav-line)}
.menu form{display:flex;gap:6px;padding:4px 6px}
.menu input{flex:1;min-inline-size:0}
.menu form button{inline-size:auto;border:1px solid var(--vav-line)}
.field{min-block-size:32px;padding:4px 8px;border:1px solid var(--vav-line);border-radius:8px;background:var(--vav-bg)}
select.field{max-inline-size:100%;background:var(--vav-bg)}
dialog{inline-size:min(560px,calc(100vw - 32px));max-block-size:min(80dvh,720px);margin:auto;padding:0;border:1px solid var(--vav-line);border-radius:12px;background:var(--vav-panel);color:var(--vav-ink);font:13px/1.4 var(--vav-font);font-variant-numeric:tabular-nums;overflow:auto}
dialog::backdrop{background:color-mix(in srgb,var(--vav-bg,#8888) 72%,transparent)}
.sheet{padding:20px 24px 24px}
.sheet header{display:flex;align-items:center;justify-content:space-between;margin:-8px -8px 12px 0}
.sheet h2{margin:0;font:600 20px/1.3 var(--vav-text-font)}
.sheet h3{margin:24px 0 8px;font-size:13px;font-weight:650}
.sheet p{margin:0 0 8px;color:var(--vav-soft)}
.sheet dl{display:grid;grid-template-columns:auto 1fr;gap:8px 20px;align-items:center;margin:0}
.sheet dt{color:var(--vav-soft)}.sheet dd{margin:0;min-inline-size:0}
.keys dt{display:flex;gap:4px;flex-wrap:wrap}
kbd{display:inline-block;min-inline-size:22px;padding:2px 6px;border:1px solid var(--vav-line);border-radius:5px;background:var(--vav-bg);font:inherit;font-size:11.5px;text-align:center;color:var(--vav-ink)}
.people{display:grid;gap:8px}
.people div{display:grid;grid-template-columns:9px minmax(0,1fr) minmax(0,150px);gap:4px 8px;align-items:center}
.people .dot{margin:0}
.people small{grid-column:2/-1;color:var(--vav-soft)}
.report{list-style:none;margin:0;padding:0}
.report li{display:grid;grid-template-columns:72px 1fr;gap:12px;padding:6px 0;border-block-start:1px solid var(--vav-line)}
[data-level=loss]{font-weight:600}
.report li>:first-child{color:var(--vav-soft);font-weight:400}
.report button{color:var(--vav-soft);text-decoration:underline;text-decoration-color:var(--vav-line);text-underline-offset:3px;border-radius:4px}
.report button:hover{color:var(--vav-ink)}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:20px}

@container vav (width<=1000px){
  .grid{grid-template-columns:minmax(0,1fr) minmax(352px,40%)}
  .toggle-side{display:inline-flex}
  [data-side=closed] .side{display:none}
  .grid:is([data-side=closed] *){grid-template-columns:minmax(0,1fr) 0}
  .doc{padding-inline:28px 32px}
  .search input{inline-size:112px}
}
@container vav (width<=760px){
  .grid{grid-template-columns:minmax(0,1fr) 0}
  .side,.grid::before{grid-area:text;grid-column:1/-1}
  .side{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(344px,100%),1fr));align-content:start;border:0}
  [data-side=open] .text,.grid:is([data-side=closed] *)::before{display:none}
  .toggle-more{display:inline-flex}
  .more{display:none;position:absolute;inset-block-start:40px;inset-inline-end:0;flex-direction:column;align-items:stretch;padding:4px;border:1px solid var(--vav-line);border-radius:10px;background:var(--vav-panel)}
  .more.open{display:flex}
  .more .button{justify-content:start;border-color:transparent;color:var(--vav-ink);padding-inline:10px}
}
@container vav (width>760px){.more .label-only{display:none}}
@container vav (width<=560px){
  .grid{grid-template:"bar" auto "timeline" auto "tabs" auto "text" minmax(0,1fr) / minmax(0,1fr)}
  .top{padding:6px 14px;min-block-size:48px;gap:4px}
  .timeline .pane{min-block-size:72px}
  .tabs{display:flex}
  .toggle-side{display:none}
  .side,.grid::before{grid-area:text;display:block!important}
  [data-view=text] .side,[data-view=topics] .balance,[data-view=balance] .topics,:is([data-view=topics],[data-view=balance]) .text{display:none!important}
  .text{scrollbar-gutter:auto;z-index:1}
  .doc{padding:16px 18px 45vh;font-size:calc(var(--vav-text-size) - .5px)}
  .search{position:absolute;inset:6px 14px;inset-inline:8px;z-index:4;block-size:36px}
  .search:not(.open){display:none}
  .search input{flex:1}
  .look-up{display:inline-flex}
  .fix{inset-inline-end:0}
  .chunk,.topic{margin-inline:-18px;padding-inline:18px}
  .who time:has(~.fix),.who:has(~.fix) time{padding-inline-end:32px}
  .search .close{display:grid!important}
  .empty{padding:24px 20px 40px;align-items:start}
  .empty :is(h1,h2){font-size:26px}
  .emblem{inline-size:56px;block-size:56px;margin-block-end:16px}
  .ways{margin-block-end:28px}
  .samples a{grid-template-columns:minmax(0,1fr) 72px}.strip{inline-size:72px}
}
@container vav (width>560px){.search .close{display:none!important}}
@media (pointer:coarse){.button{min-block-size:40px}.search{block-size:40px}.search button{inline-size:32px;block-size:32px}}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{transition:none!important;animation-duration:3s!important}}
@media (forced-colors:active){
  .dot,.turn::before,.split i,.weight i,.strip rect{forced-color-adjust:none}
  .tabs [aria-selected=true]{border-block-end:3px solid Highlight}
  .turn.selected{outline:1px solid Highlight}
}
@media print{.top,.timeline,.side,.tabs,.backdrop{display:none!important}.text{overflow:visible}:host{block-size:auto}}
`;
