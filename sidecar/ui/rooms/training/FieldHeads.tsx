/** A column's head for each varied field, by the trainer's own name. */
export function FieldHeads({ fields }: { fields: readonly string[] }) {
  return (
    <>
      {fields.map((field) => (
        <th scope="col" key={field}>
          <code>{field}</code>
        </th>
      ))}
    </>
  );
}
