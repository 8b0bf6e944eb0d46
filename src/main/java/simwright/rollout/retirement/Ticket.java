package simwright.rollout.retirement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;

/// What an operator is asked: to suspend the line of a profile, or to end its order by hand.
/// Without `clear` identifiers are shortened, and whoever takes it has to look them up.
record Ticket(String number, CatalogProfile profile, boolean installed) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// As a JSON file.
  String text(boolean clear) {
    try {
      return JSON.writeValueAsString(content(clear)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is JSON", e);
    }
  }

  private Map<String, Object> content(boolean clear) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("ticket", number);
    content.put(
        "wanted",
        installed
            ? "Suspend the line of this subscriber for good."
            : "End the order of this profile for good.");
    for (Field field :
        new Field[] {
          Field.NAME, Field.OPERATOR, Field.PLMN, Field.ICCID, Field.IMSI, Field.TARIFF_ORDERED
        }) {
      String told = profile.told(field, clear);
      if (!told.isEmpty()) {
        content.put(field.key(), told);
      }
    }
    content.put("identifiers", clear ? "whole" : "shortened");
    content.put("answer", "Name ticket " + number + " in the receipt.");
    return content;
  }
}
