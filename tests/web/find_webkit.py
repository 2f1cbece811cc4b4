# Looks for words with WebKitGTK's own search, as a person does with its bar:  find_webkit.py ADDRESS WORDS
# Prints how often they are found and how far the text has scrolled to them; 1 where the viewer does not come about.

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, words = sys.argv[1:]
view = WebKit2.WebView()
window = Gtk.Window()
window.set_default_size(1000, 700)
window.add(view)
window.show_all()
finder = view.get_find_controller()
status = 1
asked = False


def end(now):
    global status
    status = now
    Gtk.main_quit()


# The title says in the end how far the text is scrolled.
TELL = """setTimeout(() => { document.title = 'found ' +
  Math.round(document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop); }, 500)"""


def found(_, count):
    print(count)
    view.run_javascript(TELL, None, None)


def missed(_):
    print(0)
    end(0)


def titled(*_):
    global asked
    title = view.get_title() or ""
    if title.startswith("found "):
        print(title[6:])
        end(0)
    elif " · " in title and not asked:
        asked = True
        options = WebKit2.FindOptions.CASE_INSENSITIVE | WebKit2.FindOptions.WRAP_AROUND
        GLib.timeout_add(3000, lambda: finder.search(words, options, 1000) and False)


finder.connect("found-text", found)
finder.connect("failed-to-find-text", missed)
view.connect("notify::title", titled)
view.load_uri(address)
GLib.timeout_add_seconds(60, lambda: end(1))
Gtk.main()
sys.exit(status)
