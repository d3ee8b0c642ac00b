package dev.surveyor.archmistakes.service;

import com.fasterxml.jackson.databind.JsonNode;

/** A service must not read JSON itself. */
record ServiceWithJackson(JsonNode node) {}
