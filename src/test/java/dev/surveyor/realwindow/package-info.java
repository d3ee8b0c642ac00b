/**
 * The program in a real window: a display, a window manager and keys of X11. What the toolkit does with them cannot be
 * seen on the virtual screen of the other tests. Runs with {@code mvn -Preal-window verify} only.
 */
package dev.surveyor.realwindow;
