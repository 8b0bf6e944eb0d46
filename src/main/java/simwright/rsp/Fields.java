package simwright.rsp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// The fields of a JSON message (SGP.22 clause 6.5): texts, base64 of bytes, base64 of data objects
/// with tag and length. What is missing or of another kind is a fault that names the field.
public final class Fields {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode node;

  private Fields(ObjectNode node) {
    this.node = node;
  }

  /// No fields yet.
  public static Fields empty() {
    return new Fields(JSON.createObjectNode());
  }

  /// Reads a message.
  public static Fields read(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return new Fields(object);
      }
    } catch (JsonProcessingException e) {
      throw new Fault(RspCodes.MESSAGE, "reading a message", "the server", "no JSON", e);
    }
    throw new Fault(RspCodes.MESSAGE, "reading a message", "the server", "no JSON object", null);
  }

  /// The message.
  public String write() {
    return node.toString();
  }

  /// A text that must be there.
  public String text(String name) {
    return textIfThere(name).orElseThrow(() -> wrong(name));
  }

  /// A text; empty where there is none.
  public Optional<String> textIfThere(String name) {
    return Optional.ofNullable(node.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /// A boolean; false where there is none.
  public boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  /// A whole number that must be there.
  public int number(String name) {
    JsonNode number = node.path(name);
    if (!number.isInt()) {
      throw wrong(name);
    }
    return number.asInt();
  }

  /// Bytes that must be there.
  public Octets octets(String name) {
    try {
      return Octets.of(Base64.getMimeDecoder().decode(text(name)));
    } catch (IllegalArgumentException e) {
      throw wrong(name);
    }
  }

  /// A data object that must be there.
  public Tlv tlv(String name) {
    return Tlv.read(octets(name));
  }

  /// Fields inside a field; empty ones where there are none.
  public Fields inside(String name) {
    return node.get(name) instanceof ObjectNode object ? new Fields(object) : empty();
  }

  /// A list of such; empty where there is none.
  public <T> List<T> list(String name, Function<Fields, T> each) {
    List<T> all = new ArrayList<>();
    if (node.get(name) instanceof ArrayNode array) {
      for (JsonNode one : array) {
        if (!(one instanceof ObjectNode object)) {
          throw wrong(name);
        }
        all.add(each.apply(new Fields(object)));
      }
    }
    return all;
  }

  /// Puts a text.
  public Fields put(String name, String text) {
    node.put(name, text);
    return this;
  }

  /// Puts a boolean.
  public Fields put(String name, boolean flag) {
    node.put(name, flag);
    return this;
  }

  /// Puts a whole number.
  public Fields put(String name, int number) {
    node.put(name, number);
    return this;
  }

  /// Puts bytes.
  public Fields put(String name, Octets octets) {
    return put(name, Base64.getEncoder().encodeToString(octets.toArray()));
  }

  /// Puts a data object with tag and length.
  public Fields put(String name, Tlv tlv) {
    return put(name, tlv.raw());
  }

  /// Puts fields inside a field.
  public Fields put(String name, Fields inside) {
    node.set(name, inside.node);
    return this;
  }

  /// Puts a list.
  public Fields put(String name, List<Fields> list) {
    ArrayNode array = node.putArray(name);
    list.forEach(each -> array.add(each.node));
    return this;
  }

  /// The fault of a field that is missing or of another kind.
  public static Fault wrong(String name) {
    return new Fault(RspCodes.MESSAGE, "reading a message", "the field " + name);
  }
}
