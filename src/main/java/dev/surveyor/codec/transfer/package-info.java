/** Records as files: JSON Lines that lose nothing, CSV for a spreadsheet, bare values. Described in docs/export.md. */
@NullMarked
package dev.surveyor.codec.transfer;

import org.jspecify.annotations.NullMarked;
