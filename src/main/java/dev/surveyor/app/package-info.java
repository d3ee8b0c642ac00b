/** Starts and wires the application. Everything is made here and handed down by constructors; nothing is decided here. */
@NullMarked
package dev.surveyor.app;

import org.jspecify.annotations.NullMarked;
