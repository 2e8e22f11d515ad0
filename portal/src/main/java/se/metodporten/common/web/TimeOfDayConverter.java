package se.metodporten.common.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A time of day as typed or picked: {@code 13:00}. */
@FacesConverter("timeOfDay")
public class TimeOfDayConverter implements Converter<LocalTime> {

    @Override
    public @Nullable LocalTime getAsObject(FacesContext context, UIComponent component, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeParseException noTime) {
            throw new ConverterException(FieldMessages.about((UIInput) component, "common.time.unreadable"), noTime);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalTime time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
