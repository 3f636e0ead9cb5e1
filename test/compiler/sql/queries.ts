/** Two tables with rows in which every column has values of its own. */
export const QUERY_TABLES = `
  create table t (id integer primary key, a integer, c text);
  create table u (id2 integer primary key, t_id integer, b text);
  insert into t values (1, 1, 'c1'), (2, 2, 'c2'), (3, 3, 'c1');
  insert into u values (10, 1, 'b1'), (11, 1, 'b2'), (12, 3, 'b3');
`

/** The columns of those tables. */
export const QUERY_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  t: ['id', 'a', 'c'],
  u: ['id2', 't_id', 'b'],
}

/** Queries over them in which the same column is meant in many ways; both databases run all but one. */
export const QUERIES = [
  `select a, t.c, "a" as x from t where a > 1 order by a`,
  `select t.a, u.b from t join u on u.t_id = t.id where b like 'b%' and a > 0 order by 1, 2`,
  `select id, (select max(b) from u where t_id = t.id) m, a from t order by id`,
  `select id, (select a from u where u.t_id = t.id limit 1) m from t order by id`,
  `select x.a, x.id from (select a, id from t) x order by x.a`,
  `select a, id from (select * from t) x order by a`,
  `with x as (select a, id from t where c is not null) select a + 1 as a1, id from x order by a1`,
  `with x(p, q) as (select a, id from t) select p, q from x order by p`,
  `with x as (select * from t), y as (select * from x) select y.a, y.c from y order by y.a`,
  `with recursive r as (select id, a, 1 as lvl from t where id = 1 union all select t.id, t.a, lvl + 1 from t join r on t.id = r.id + 1) select id, a, lvl from r order by id`,
  `select a from t union select t_id from u order by a`,
  `select a as k, count(*) n from t group by a having count(*) > 0 order by k`,
  `select case a when 1 then c else 'z' end as v from t order by v`,
  `select sum(a) over (partition by c order by id) s from t order by s`,
  `select sum(a) filter (where a > 1) s, max(c) from t`,
  `select exists (select 1 from u where t_id = t.id and t.a < 100) e, a in (select t_id from u) i from t order by t.id`,
  `select t1.a, t2.a as a2 from t t1 join t as t2 on t1.id = t2.id where t1.a = t2.a order by 1`,
  `select coalesce(a, 0) c1, cast(a as text) a3 from t order by id`,
  `select c as a, a as c from t order by a, c`,
  `select c as a, id from t order by t.a`,
  `select a from t where id in (select t_id from u where b is not null) and not exists (select 1 from u u2 where u2.t_id = a + 100) order by a`,
  `select t.* from t order by a`,
  `select z.* from (select t.a, u.b from t left join u on u.t_id = t.id) z order by z.a, z.b`,
  `select a + (select count(*) from t t2 where t2.a <= t.a) n from t order by n`,
  `select v.a from (values (1), (2)) w join t v on v.id = w.column1 order by v.a`,
  `select distinct a, c from t order by a limit 2 offset 1`,
  `(select a from t) union all (select u.t_id from u) order by 1`,
  `select a from t, u where t.id = u.t_id and b = 'b1'`,
  `select max(a) from (select a from t union select t_id as a from u) q`,
  `select id from t where (a, c) in (select t.a, t.c from t) order by id`,
  `select (select string_agg(b, ',') from u where t_id = t.id) s from t where a between 1 and 3 order by id`,
]
