/**
 * What the window remembers between two starts: small texts by key.
 */
@NullMarked
package dev.surveyor.service.settings;

import org.jspecify.annotations.NullMarked;
