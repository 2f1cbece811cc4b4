# Prints a page with WebKitGTK to a PDF, which its driver cannot:  print_webkit.py ADDRESS FILE
# Once the viewer shows its transcript; with 1 where that or the printing does not come about.

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, file = sys.argv[1:]
view = WebKit2.WebView()
window = Gtk.Window()
window.set_default_size(1280, 900)
window.add(view)
window.show_all()
printing = WebKit2.PrintOperation.new(view)
status = 1


def end(now):
    global status
    status = now
    Gtk.main_quit()


def to_paper():
    settings = Gtk.PrintSettings.new()
    settings.set_printer("Print to File")
    settings.set("output-uri", "file://" + file)
    settings.set("output-file-format", "pdf")
    page = Gtk.PageSetup.new()
    page.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    printing.set_print_settings(settings)
    printing.set_page_setup(page)
    printing.connect("failed", lambda *_: end(1))
    printing.connect("finished", lambda *_: end(0))
    printing.print_()


# The page has the title of what it shows once that is there; what is drawn comes in the frames after it.
def shown(*_):
    if " · " in (view.get_title() or ""):
        GLib.timeout_add(500, to_paper)


view.connect("notify::title", shown)
view.load_uri(address)
GLib.timeout_add_seconds(60, lambda: end(1))
Gtk.main()
sys.exit(status)
