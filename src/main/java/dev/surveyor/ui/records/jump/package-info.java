/** Going to one record: by its offset, by a name such as end, or by reading one after the other. */
@NullMarked
package dev.surveyor.ui.records.jump;

import org.jspecify.annotations.NullMarked;
