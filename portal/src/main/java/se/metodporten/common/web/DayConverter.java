package se.metodporten.common.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;

/** A day as typed or picked: {@code 2026-11-22}, from 1900 on. What cannot be a day is refused beside the field. */
@FacesConverter("day")
public class DayConverter implements Converter<LocalDate> {

    @Override
    public @Nullable LocalDate getAsObject(FacesContext context, UIComponent component, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            throw new ConverterException(FieldMessages.about((UIInput) component, "common.day.unreadable"), noDay);
        }
        if (day.isBefore(CountyTime.FIRST_DAY) || !day.isBefore(CountyTime.END_OF_DAYS)) {
            throw new ConverterException(FieldMessages.about((UIInput) component, "common.day.outside"));
        }
        return day;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
