/** The fields somebody can type in, as a selector; not the hidden ones that React Aria keeps for forms. */
export const typedField =
  ':is(input, textarea):not([hidden], [type="hidden"], [tabindex="-1"]), [role="spinbutton"]';
