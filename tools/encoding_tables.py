#!/usr/bin/env python3
"""Writes src/base/encoding_tables.inc: what the bytes from 0x80 on mean in the single-byte encodings that are told apart.

usage: encoding_tables.py > src/base/encoding_tables.inc

From Python's own codecs, which agree with the WHATWG indexes (Encoding, section 9) but for bytes that mean nothing (0 here).
The order is that of preference between encodings that read a text alike.
"""
NAMES = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256',
         'windows-1257', 'windows-874', 'koi8-r', 'koi8-u', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7',
         'iso-8859-13', 'iso-8859-15', 'ibm866', 'macintosh', 'x-mac-cyrillic']
CODECS = {'windows-874': 'cp874', 'ibm866': 'cp866', 'macintosh': 'mac_roman', 'x-mac-cyrillic': 'mac_cyrillic'}

print('// Written by tools/encoding_tables.py.')
for name in NAMES:
    codes = []
    for byte in range(0x80, 0x100):
        try:
            codes.append(ord(bytes([byte]).decode(CODECS.get(name, name))))
        except UnicodeDecodeError:
            codes.append(0)
    print(f'{{"{name}",\n {{', end='')
    for i, code in enumerate(codes):
        print(('\n  ' if i and i % 14 == 0 else '') + f'0x{code:04X}' + (', ' if i < 127 else ''), end='')
    print('}},')
