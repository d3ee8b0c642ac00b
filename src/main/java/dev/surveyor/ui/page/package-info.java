/**
 * What a tab of the window holds, and how it speaks with the window: the page, where it belongs, what it can do beyond
 * being shown (one small interface each), who makes it, and the few things that it may ask of the window. Features
 * implement it and the shell uses it; neither knows the other.
 */
@NullMarked
package dev.surveyor.ui.page;

import org.jspecify.annotations.NullMarked;
