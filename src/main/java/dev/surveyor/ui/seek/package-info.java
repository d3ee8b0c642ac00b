/**
 * The seek dialog: where a running consumer is moved to, shown before it is done. It works on a session and asks the
 * shell for nothing but a place to stand in and a file to write to.
 */
@NullMarked
package dev.surveyor.ui.seek;

import org.jspecify.annotations.NullMarked;
