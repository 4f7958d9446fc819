export default function MyDay() {
  return <h1>Mijn dag</h1>;
}
