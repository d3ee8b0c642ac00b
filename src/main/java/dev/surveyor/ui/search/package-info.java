/** The page that searches a topic: what is looked for, how far it is, what was found, and what that proves. */
@NullMarked
package dev.surveyor.ui.search;

import org.jspecify.annotations.NullMarked;
