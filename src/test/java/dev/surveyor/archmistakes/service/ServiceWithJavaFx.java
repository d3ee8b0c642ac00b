package dev.surveyor.archmistakes.service;

import javafx.beans.property.StringProperty;

/** A service must not know JavaFX. */
record ServiceWithJavaFx(StringProperty text) {}
