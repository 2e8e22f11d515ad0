package se.metodporten.architecture.planted.common;

/** May be known by all. */
public class Ground {}
