package dev.surveyor.archmistakes.undescribed;

/** Its package says nothing. */
record PackageWithoutDescription(int nothing) {}
