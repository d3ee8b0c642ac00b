/**
 * How files and folders of the program are made and named, for every layer that writes some: private to their user, with
 * names that a file system takes. What is in them is not known here.
 */
@NullMarked
package dev.surveyor.service.files;

import org.jspecify.annotations.NullMarked;
