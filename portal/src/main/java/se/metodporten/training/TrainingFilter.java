package se.metodporten.training;

import se.metodporten.common.Paging;

/**
 * Which trainings a list shows.
 *
 * @param past those whose last session is over, newest first; else the coming ones, soonest first
 * @param kind code of a kind; empty for all
 * @param mine only those that the reader leads or is signed up for
 */
public record TrainingFilter(boolean past, String kind, boolean mine, Paging paging) {}
