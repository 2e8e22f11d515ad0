/**
 * Import of the register that a county has today: appointments, trainings taken, licences and agreements on paper, from a
 * CSV file; the format is described in docs/anvandare/import.md. How a file is read, decided about and applied is
 * {@code directory}'s; here is what the rows of this kind mean.
 *
 * <p>Knows appointment, agreement and certification. Start with {@link se.metodporten.register.RegisterFiles};
 * {@link se.metodporten.register.Matching} tells what each row would do.
 */
@NullMarked
package se.metodporten.register;

import org.jspecify.annotations.NullMarked;
