package dev.surveyor.archmistakes.service;

/** Allowed by itself. */
public record SharedResult(String text) {}
