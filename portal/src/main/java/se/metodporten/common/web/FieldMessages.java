package se.metodporten.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;

/** Messages of a field: beside it as they are, in the summary on top with the field's label before them. */
final class FieldMessages {

    private FieldMessages() {}

    static FacesMessage about(UIInput field, String key) {
        String text = CDI.current().select(Texts.class).get().get(key);
        Object label = field.getAttributes().get("label");
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, label == null ? text : label + ": " + text, text);
    }
}
