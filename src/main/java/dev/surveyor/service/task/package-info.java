/** Work that takes a while, and what would be left half done if something were closed now. */
@NullMarked
package dev.surveyor.service.task;

import org.jspecify.annotations.NullMarked;
