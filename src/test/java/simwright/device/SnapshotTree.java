package simwright.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;

/// A whole snapshot as a tree without its times: what is known, what was asked in vain and why;
/// what was not asked is left out.
final class SnapshotTree {
  private static final JsonMapper JSON = new JsonMapper();

  private SnapshotTree() {}

  static JsonNode of(Snapshot snapshot) {
    return tree(snapshot);
  }

  private static JsonNode tree(Object value) {
    return switch (value) {
      case Reading.Known<?> known -> tree(known.fact());
      case Reading.Unavailable<?> none ->
          JSON.createObjectNode()
              .put("unavailable", none.code().map(FaultCode::toString).orElse("not told"));
      case Reading.NotAsked<?> _ -> JSON.missingNode();
      case Instant _ -> JSON.missingNode();
      case Optional<?> some -> some.map(SnapshotTree::tree).orElse(JSON.missingNode());
      case List<?> list -> list(list);
      case Identifier identifier -> JSON.getNodeFactory().textNode(identifier.value());
      case FaultCode code -> JSON.getNodeFactory().textNode(code.toString());
      case Double number -> JSON.getNodeFactory().numberNode(number);
      case Integer number -> JSON.getNodeFactory().numberNode(number);
      case Long number -> JSON.getNodeFactory().numberNode(number);
      case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
      case Record record -> fields(record);
      default -> JSON.getNodeFactory().textNode(value.toString());
    };
  }

  private static JsonNode list(List<?> list) {
    ArrayNode all = JSON.createArrayNode();
    list.forEach(each -> all.add(tree(each)));
    return all;
  }

  private static JsonNode fields(Record record) {
    ObjectNode all = JSON.createObjectNode();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        JsonNode value = tree(component.getAccessor().invoke(record));
        if (!value.isMissingNode()) {
          all.set(component.getName(), value);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(component.getName(), e);
      }
    }
    return all;
  }
}
