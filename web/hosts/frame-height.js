// For a page that frames Vis-à-vis: each frame becomes as high as it asks to be, told by its own window and origin.
// A plain script, in a block of its own, so that it may stand in a page as often as there are frames.

{
  const framed = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ data, source, origin }) => {
    if (data?.type !== 'vis-a-vis:height' || !(data.height > 0 && data.height < 5000)) return;
    for (const frame of framed())
      if (frame.contentWindow === source && new URL(frame.src, location.href).origin === origin) frame.style.height = `${data.height}px`;
  });
  // Those that were there first are asked again. The question holds nothing, so it names no origin: a frame that is still on its way
  // has another one than its address.
  for (const frame of framed())
    if (/[?&]embed\b/.test(frame.src)) frame.contentWindow?.postMessage({ type: 'vis-a-vis:height?' }, '*');
}
