/**
 * What a user can choose for the whole window: theme, time zone, limits, the height and order of rows. The choices are
 * remembered and apply at once; other features get them as plain values by constructor.
 */
@NullMarked
package dev.surveyor.ui.settings;

import org.jspecify.annotations.NullMarked;
