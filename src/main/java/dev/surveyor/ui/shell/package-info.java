/**
 * The main window: context bar, toolbar, sidebar, tabs, inspector, bottom panel, status bar and command palette. It
 * alone knows all features and puts them together; no feature knows it, and no decision of a feature is taken here.
 */
@NullMarked
package dev.surveyor.ui.shell;

import org.jspecify.annotations.NullMarked;
