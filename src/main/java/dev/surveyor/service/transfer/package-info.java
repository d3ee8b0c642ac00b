/** Records out of topics into files, and back. The files are described in docs/export.md. */
@NullMarked
package dev.surveyor.service.transfer;

import org.jspecify.annotations.NullMarked;
